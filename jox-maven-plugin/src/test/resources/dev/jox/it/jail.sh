#!/bin/sh
# Shows a program an almost empty machine, and runs it there. To be started in a mount namespace of its own:
#   unshare --mount sh jail.sh ROOT [OPTION…] -- env -i [NAME=VALUE…] -- /app/PROGRAM [ARGUMENT…]
# ROOT is an empty folder. Options:
#   --show PATH    PATH appears in /app, read-only
#   --bare         there is nothing but what is shown: no loader, no libc, no /dev, no /proc, no /tmp
#   --no-proc      there is no /proc
#   --noexec-tmp   /tmp is mounted noexec
#   --read-only    nothing can be written, not even in /tmp
#   --other-user   run as user and group 65534
set -eu

root=$1
shift
proc=yes bare=no tmp_options=mode=1777 read_only=no identity= shown=
while [ "$1" != -- ]; do
  case $1 in
    --show) shown="$shown
$2"; shift ;;
    --bare) bare=yes ;;
    --no-proc) proc=no ;;
    --noexec-tmp) tmp_options=$tmp_options,noexec ;;
    --read-only) read_only=yes ;;
    --other-user) identity="--setgid=65534 --setuid=65534" ;;
    *) echo "jail.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift
done
shift

mount -t tmpfs -o mode=755 jail "$root"
mkdir "$root/app"
if [ "$bare" = no ]; then
  mkdir "$root/dev" "$root/tmp" "$root/lib64"
  mount -t tmpfs -o "$tmp_options" tmp "$root/tmp"
  for device in null zero full random urandom; do
    : >"$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
  done
  if [ "$proc" = yes ]; then
    mkdir "$root/proc"
    mount --rbind /proc "$root/proc"
  fi

  # The loader and the libraries that every glibc brings along, each where the loader looks for it.
  cp -L /lib64/ld-linux-x86-64.so.2 "$root/lib64/"
  PATH=$PATH:/sbin:/usr/sbin
  for library in libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libutil.so.1 libresolv.so.2; do
    file=$(ldconfig -p | awk -v name="$library" '$1 == name && /x86-64/ { print $NF; exit }')
    [ -n "$file" ] || continue
    mkdir -p "$root${file%/*}"
    cp -L "$file" "$root$file"
  done
fi

echo "$shown" | while IFS= read -r path; do
  [ -n "$path" ] || continue
  place=$root/app/${path##*/}
  if [ -d "$path" ]; then mkdir "$place"; else : >"$place"; fi
  mount --bind "$path" "$place"
  mount -o remount,bind,ro "$place"
done
if [ "$read_only" = yes ]; then
  [ "$bare" = yes ] || mount -o remount,ro "$root/tmp"
  mount -o remount,ro "$root"
fi

# What is left of the line is "env -i NAME=VALUE… -- PROGRAM ARGUMENT…"; unshare goes in at the last "--".
count=$#
entered=no
while [ "$count" -gt 0 ]; do
  word=$1
  shift
  count=$((count - 1))
  if [ "$entered" = no ] && [ "$word" = -- ]; then
    entered=yes
    # shellcheck disable=SC2086  # identity is two words or none
    set -- "$@" "$(command -v unshare)" "--root=$root" --wd=/ $identity --
  else
    set -- "$@" "$word"
  fi
done
exec "$@"
