# Stages: pieces of a build that are kept in a cache by the digest of everything they are made from.
# To be sourced. Needs CACHE, the cache's folder; gives fail, say, digest, open_cache, stage.

fail() { printf 'error: %s\n' "$1" >&2; [ -z "${2:-}" ] || printf 'hint: %s\n' "$2" >&2; exit 1; }

say() { printf '[%4ds] %s\n' "$SECONDS" "$*" >&2; }

# digest WORD...: one digest of all words; an absolute path of a file stands for its content.
digest() {
  local word
  for word in "$@"; do
    if [[ $word = /* && -f $word ]]; then sha256sum < "$word"; else printf '%s\n' "${#word}:$word"; fi
  done | sha256sum | cut -c1-20
}

# open_cache: one build at a time works in a cache. Its lock is dropped when the process ends.
open_cache() {
  mkdir -p "$CACHE/stages" "$CACHE/logs"
  CACHE=$(cd "$CACHE" && pwd -P)
  exec 9> "$CACHE/lock"
  flock --nonblock 9 || { say "waiting for another build that uses $CACHE"; flock 9; }
}

# stage NAME FUNCTION INPUT...: runs FUNCTION unless that has been done with these inputs, and sets STAGE to the folder of what
# it made. FUNCTION is called in a subshell, in an empty working folder whose path depends on NAME only, with the folder to fill
# as its first argument and INPUT... as the others. Its own text counts as an input. What it prints is kept in logs/NAME.log. A folder appears when it is complete.
stage() {
  local name=$1 function=$2 key work log
  shift 2
  key=$(digest "$name" "$(declare -f "$function")" "$@")
  STAGE=$CACHE/stages/$name-$key
  if [ -d "$STAGE" ]; then say "$name: cached"; return; fi
  say "$name"
  work=$CACHE/work/$name log=$CACHE/logs/$name.log
  rm -rf "$work" "$STAGE.part"
  mkdir -p "$work" "$STAGE.part"
  # A function called in a condition runs with errexit off, so the subshell must stand alone.
  set +e
  (set -e; cd "$work"; "$function" "$STAGE.part" "$@") > "$log" 2>&1 < /dev/null
  local status=$?
  set -e
  if [ $status -ne 0 ]; then tail -n 40 "$log" >&2; fail "$name did not build" "the whole output is in $log"; fi
  rm -rf "$work"
  mv "$STAGE.part" "$STAGE"
}
