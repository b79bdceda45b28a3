# The archive of a finished distribution. To be sourced after stages.sh.

# pack_archive FOLDER TREE NAME: TREE/python as FOLDER/NAME.tar.zst, the same bytes for the same content, with its checksum.
# All files get the date of CPython's licence.
pack_archive() {
  tar --sort=name --mtime="@$(stat -c %Y "$2/python/licenses/LICENSE.cpython.txt")" --owner=0 --group=0 --numeric-owner \
    -C "$2" -cf - python | zstd -q -T0 -12 -o "$1/$3.tar.zst"
  (cd "$1" && sha256sum "$3.tar.zst" > "$3.tar.zst.sha256")
}

# deliver TREE NAME OUTPUT: the archive of TREE in the folder OUTPUT, whole or not at all. Prints its path.
deliver() {
  local tree=$1 name=$2 output=$3 file
  stage "$name" pack_archive "$tree" "$name"
  mkdir -p "$output"
  for file in "$name.tar.zst" "$name.tar.zst.sha256"; do
    cmp -s "$STAGE/$file" "$output/$file" && continue
    cp "$STAGE/$file" "$output/.$file.part"
    mv "$output/.$file.part" "$output/$file"
  done
  realpath "$output/$name.tar.zst"
}
