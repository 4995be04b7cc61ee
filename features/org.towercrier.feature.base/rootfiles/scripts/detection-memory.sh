# shellcheck shell=bash
# How much memory a detection takes, by the size of the store it reads.
#   detection_memory FILE    prints options for the Java machine
#
# Detection streams: a small heap and a small engine keep a month of 5,000 cells (about 650 MiB of store) within 2 GiB, without
# taking longer. Ten times the cells have ten times the alarms, each with its arithmetic in memory until it is stored: 3 GiB
# of heap and 1.5 GiB of engine hold them within 6 GiB.

detection_memory() {
  local bytes=0 heap=900 engine=512 size beyond half
  [ ! -f "$1" ] || bytes=$(wc -c < "$1")
  size=$((bytes / 1048576))
  beyond=$((size > 700 ? size - 700 : 0))
  heap=$((heap + beyond * 2 / 5))
  engine=$((engine + beyond / 5))
  engine=$((engine > 2048 ? 2048 : engine))
  half=$(half_of_memory)
  if [ "$half" -gt 900 ] && [ "$heap" -gt "$half" ]; then
    heap=$half
  fi
  printf -- '-Xmx%dm -Dtowercrier.store.memory=%d' "$heap" "$engine"
}

# Half of the machine's memory in MiB; 0 where it is not known.
half_of_memory() {
  if [ -r /proc/meminfo ]; then
    awk '/^MemTotal:/ { print int($2 / 2048) }' /proc/meminfo
  elif [ "$(uname -s)" = Darwin ]; then
    echo $(($(sysctl -n hw.memsize) / 2097152))
  else
    echo 0
  fi
}
