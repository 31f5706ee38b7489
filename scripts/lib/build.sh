# Builds and synthesizes what changed since the last time, and nothing else. Source it after common.sh.
# shellcheck shell=bash

readonly BUILT="$ROOT/target/built"

# Whether a source, or a folder that lost one, is newer than the last build.
stale() {
  [ -f "$BUILT" ] || return 0
  local service
  for service in $SERVICES; do
    [ -f "$ROOT/functions/$service/target/function.zip" ] || return 0
  done
  [ -d "$ROOT/local/engines/dynamodb/target/lib" ] && [ -d "$ROOT/local/engines/sqs/target/lib" ] && [ -d "$ROOT/local/target/lib" ] && [ -d "$ROOT/cdk/target/lib" ] || return 0
  [ -n "$(cd "$ROOT" && find pom.xml shared functions cdk local \
    \( -name target -o -name node_modules -o -name cdk.out -o -name test -o -name e2e \) -prune -o \
    \( -type f -o -path '*/src/*' \) -newer "$BUILT" -print 2>/dev/null | head -n 1)" ]
}

build() {
  if ! stale; then
    return
  fi
  local started=$SECONDS functions
  # shellcheck disable=SC2086 # one word for each service
  functions=$(printf ',functions/%s' $SERVICES)
  say "Building (the first time, Maven also fetches what the project needs) ..."
  mkdir -p "$ROOT/target"
  touch "$BUILT.started"
  maven -q package -DskipTests -Dspotless.check.skip=true -pl "local,local/engines/dynamodb,local/engines/sqs,cdk$functions" -am ||
    die "the build failed; its messages are above."
  mv "$BUILT.started" "$BUILT"
  say "Built in $((SECONDS - started)) s."
}

# Synthesizes a phase, and prints the folder of its cloud assembly: synthesize FOLDER PHASE GATEWAY REGIONS.
synthesize() {
  local folder="$1/assembly/phase-$2-$3" inputs started=$SECONDS
  inputs=$(echo "$2 $3 $4"; cd "$ROOT" && cksum cdk/target/cdk-*.jar functions/*/target/function.zip)
  if [ ! -f "$folder/manifest.json" ] || [ "$(cat "$folder.inputs" 2>/dev/null)" != "$inputs" ]; then
    say "Synthesizing phase $2 ..."
    rm -rf "$folder" "$folder.inputs"
    mkdir -p "$(dirname "$folder")"
    CDK_OUTDIR="$folder" CDK_VALIDATION=false JSII_DEPRECATED=quiet JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=20 \
      CDK_CONTEXT_JSON="{\"phase\":\"$2\",\"gateway\":\"$3\",\"regions\":\"$4\",\"assets\":\"$ROOT/functions\"}" \
      "$(java_bin)" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC \
      -XX:TieredStopAtLevel=1 -cp "$ROOT/cdk/target/classes:$ROOT/cdk/target/lib/*" dev.zerotomillions.cdk.ShopApp >&2 ||
      die "phase $2 could not be synthesized; the reason is above."
    echo "$inputs" >"$folder.inputs"
    say "Synthesized in $((SECONDS - started)) s."
  fi
  echo "$folder"
}
