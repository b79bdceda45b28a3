# The command line of build scripts. Wants PYTHONS, the minor versions that a script builds, the usual one first; sets PYTHON, OUTPUT,
# CACHE, JOBS and REFRESH.

usage() {
  cat <<END
usage: build.sh [--python ${PYTHONS// /|}] [--output FOLDER] [--cache FOLDER] [--jobs N] [--refresh]
  --python   minor version of CPython (${PYTHONS%% *})
  --output   where the archive and its checksum go (./dist)
  --cache    what was fetched and built before (\$XDG_CACHE_HOME/jox-distributions)
  --jobs     compilers at a time (number of processors)
  --refresh  ask Debian again for the sources
END
}

options() {
  PYTHON=${PYTHONS%% *} OUTPUT=dist CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/jox-distributions JOBS=$(nproc) REFRESH=
  while [ $# -gt 0 ]; do
    case $1 in
      --python) PYTHON=$2; shift 2 ;;
      --output) OUTPUT=$2; shift 2 ;;
      --cache) CACHE=$2; shift 2 ;;
      --jobs) JOBS=$2; shift 2 ;;
      --refresh) REFRESH=yes; shift ;;
      --help) usage; exit ;;
      *) usage >&2; exit 2 ;;
    esac
  done
}
