#!/usr/bin/env bash
# Annotates a corpus as an array job of AWS Batch, one shard a child, and a job behind it that joins the shards.
#
#   scripts/cluster/aws-batch.sh QUEUE JOB-DEFINITION SHARDS INPUT OUT
#
# The job definition names an image that holds the file that scripts/package makes, as /usr/local/bin/glaneur, and mounts one
# EFS or FSx volume on which INPUT and OUT lie. An array has 2 to 10,000 children.
#
# Untested on an account of our own.
set -euo pipefail

[[ $# -eq 5 ]] || { sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 64; }
queue=$1 definition=$2 shards=$3 input=$4 out=$5

# The first argument that a container gets is $0 of its shell; paths go in as arguments, so that none is taken for words of a script.
overrides() {
    python3 -c 'import json, sys; print(json.dumps({"command": sys.argv[1:]}))' "$@"
}
# shellcheck disable=SC2016 # the variables are those of the container
annotate='exec glaneur annotate "$1" --shard "auto/$3" -o "$2/shards/$AWS_BATCH_JOB_ARRAY_INDEX/" --progress json'
array=$(aws batch submit-job --job-name glaneur-shards --job-queue "$queue" --job-definition "$definition" \
    --array-properties "size=$shards" --retry-strategy attempts=3 --query jobId --output text \
    --container-overrides "$(overrides sh -c "$annotate" glaneur "$input" "$out" "$shards")")
aws batch submit-job --job-name glaneur-merge --job-queue "$queue" --job-definition "$definition" \
    --depends-on "jobId=$array" \
    --container-overrides "$(overrides glaneur merge "$out/shards" -o "$out/whole")"
