# What comes from Debian: tools of the build machine, and sources as Debian source packages. To be sourced after stages.sh.

# need_packages PACKAGE...: installs what is missing.
need_packages() {
  local package missing=()
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || fail "packages are missing: ${missing[*]}" "install them, or run this as root"
  say "installing ${missing[*]}"
  apt-get -qq update
  DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}" > /dev/null
}

# debian_sites SUITE...: lines "URI SUITE" for the suites, at the mirrors that this machine's apt uses. A suite that apt does not
# know is looked for where the release of this machine comes from: all suites of an archive stand beside each other.
debian_sites() {
  local own suite uri known
  own=$(. /etc/os-release && printf %s "$VERSION_CODENAME")
  known=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' | sort -u)
  for suite in "$@"; do
    uri=$(awk -v s="$suite" '$2 == s {print $1; exit}' <<< "$known")
    [ -n "$uri" ] || uri=$(awk -v s="$own" '$2 == s {print $1; exit}' <<< "$known")
    [ -n "$uri" ] || fail "apt knows no mirror that has $own" "add one to /etc/apt/sources.list.d and run apt-get update"
    printf '%s %s\n' "$uri" "$suite"
  done
}

# debian_sources FOLDER SUITES PACKAGE...: the upstream tar files of source packages, newest of the suites, into FOLDER.
# apt's configuration and lists stay as they are: this has its own, with the same mirrors and the same signing keys.
debian_sources() {
  local folder=$1 suites=$2 own options
  shift 2
  own=$PWD/apt-${suites%% *}
  mkdir -p "$own/lists/partial" "$own/archives/partial" "$folder"
  # shellcheck disable=SC2086 # suites are words
  debian_sites $suites | sed 's|\(.*\) \(.*\)|deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] \1 \2 main|' > "$own/sources.list"
  cat "$own/sources.list"
  options=(-o "Dir::Etc::SourceList=$own/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$own/lists"
    -o "Dir::Cache=$own" -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update
  (cd "$folder" && apt-get "${options[@]}" source --download-only --tar-only "$@")
}

# upstream FOLDER NAME: the upstream tar file of source package NAME in FOLDER.
upstream() {
  local files=("$1/$2"_*.orig.tar.*)
  [ ${#files[@]} = 1 ] && [ -f "${files[0]}" ] || fail "one upstream tar file of $2 expected, not ${files[*]}"
  printf '%s\n' "${files[0]}"
}

# unpack FOLDER NAME: that tar file, unpacked into ./NAME.
unpack() {
  mkdir "$2"
  tar xf "$(upstream "$1" "$2")" -C "$2" --strip-components=1 --no-same-owner
}
