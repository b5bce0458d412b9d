#!/bin/bash
# Annotates a corpus as an array of Slurm jobs, one shard a job, and joins the shards.
#
#   sbatch --array=0-15 scripts/cluster/slurm-array.sh INPUT OUT
#   sbatch --dependency=afterok:JOB scripts/cluster/slurm-array.sh --merge OUT
#
# A shard that failed is run again by itself: sbatch --array=5 … with GLANEUR_SHARDS=16 in the environment, since Slurm then
# says that the array has one job. INPUT and OUT lie where all nodes see them, $GLANEUR is the program (scripts/package).
#
# Untested on a Slurm of our own; the variables are those of the sbatch manual.
#SBATCH --job-name=glaneur
#SBATCH --cpus-per-task=2
#SBATCH --mem=1G
#SBATCH --output=glaneur-%A_%a.log
set -euo pipefail

glaneur=${GLANEUR:-glaneur}
if [[ ${1:-} == --merge ]]; then
    exec "$glaneur" merge "$2/shards" -o "$2/whole"
fi
input=$1
out=$2
shard=auto
if [[ -n ${GLANEUR_SHARDS:-} ]]; then shard=auto/$GLANEUR_SHARDS; fi
mkdir -p "$out/shards"
exec "$glaneur" annotate "$input" --shard "$shard" -j "${SLURM_CPUS_PER_TASK:-1}" \
    -o "$out/shards/$SLURM_ARRAY_TASK_ID/" --progress none
