# Wine, to run what is built for Windows. To be sourced after stages.sh and debian.sh.

# Wine 8 has WMI, but not the function of propsys.dll that _wmi turns its answers into text with: the program would end there. Without
# wbemprox WMI refuses, and platform does without.
# use_wine FOLDER: a fresh Windows in FOLDER. Gives wine PROGRAM ARGUMENT..., which waits for the program.
use_wine() {
  need_packages wine64
  export WINEPREFIX=$1 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,wbemprox='
  WINE=$(command -v wine64 || echo /usr/lib/wine/wine64)
  "$WINE" wineboot -i < /dev/null > /dev/null 2>&1
}

# Wine needs a standard input that can be read, and takes an output that is no pipe for a console.
wine() {
  "$WINE" "$@" < /dev/null 2>&1 | cat
  return "${PIPESTATUS[0]}"
}
