#!/usr/bin/env bash
# Annotates a corpus with GNU parallel, one shard a process, here or on other machines, and joins the shards.
#
#   scripts/cluster/gnu-parallel.sh INPUT OUT [SHARDS] [OPTION OF parallel …]
#
# There are as many shards as cores where no number is given. A run that was stopped goes on: shards that are complete are not
# annotated again. Other machines are named with options of parallel, `--sshlogin 8/one,8/two`; INPUT and OUT lie where
# all of them see them. $GLANEUR is the program.
#
# One process uses all cores by itself: this is for many machines, and for a disk that takes many readers.
set -euo pipefail

[[ $# -ge 2 ]] || { sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 64; }
glaneur=${GLANEUR:-glaneur}
input=$1
out=$2
shards=${3:-$(nproc)}
shift $(($# < 3 ? $# : 3))
mkdir -p "$out/shards"

# The words of a template are quoted for the shell that parallel starts, here or elsewhere.
quoted() { printf '%q' "$1"; }
place=$(quoted "$out")/shards/{}
finished="grep -qs '\"complete\": true' $place/run.json"
annotate="$(quoted "$glaneur") annotate $(quoted "$input") --shard {}/$shards -j 1 -o $place/ --progress none"
seq 0 $((shards - 1)) | parallel --halt soon,fail=1 --retries 2 "$@" "$finished || $annotate"
# Shards of another number of shards would be told apart, and refused.
exec "$glaneur" merge "$out/shards" -o "$out/whole"
