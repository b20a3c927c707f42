#!/bin/sh
# Makes unglue.jsa beside the jar: the classes of a parse job as the JVM lays them out in memory, so that a start
# maps them instead of reading, checking and linking each. The launcher uses it where the JVM and the jar are those
# that it was made with, which unglue.jsa.of names. Where none can be made, a build goes on without it.
#
# class-archive.sh JAVA TARGET-FOLDER, in the folder of the project
set -eu
java=$1
target=$2
archive=$target/unglue.jsa
work=$target/class-archive

rm -rf "$archive" "$archive.of" "$work"
mkdir "$work"
trap 'rm -rf "$work"' EXIT

for format in "table --explain" csv json; do
  # Unquoted: two words. What is said of the pages, or of a configuration that is being changed, is no matter here.
  # All at a time: what is built waits for them alone.
  "$java" -XX:DumpLoadedClassList="$work/$format.list" -XX:TieredStopAtLevel=1 -jar "$target/unglue.jar" \
    parse --config config --format $format raw/samples > "$work/$format.pages" 2>&1 &
done
wait
# Each line once, in its order. An interface of picocli that a lambda implements would be linked, and being byte
# code of Java 5 it would then stay out of the archive, with all classes that implement it: such lambdas stay out.
cat "$work"/*.list | grep -v '^@lambda-proxy.*picocli' | awk '!seen[$0]++' > "$work/classes"

if "$java" -Xshare:dump -Xlog:disable -XX:SharedClassListFile="$work/classes" -XX:SharedArchiveFile="$work/unglue.jsa" \
  -cp "$target/unglue.jar" > "$work/said" 2>&1; then
  mv "$work/unglue.jsa" "$archive"
  printf '%s\n%s\n' "$java" "$target/unglue.jar" > "$archive.of"
else
  echo "no class archive, every start takes longer: $(tail -1 "$work/said")" >&2
fi
