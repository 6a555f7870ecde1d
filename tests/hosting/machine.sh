#!/bin/sh
# A machine with systemd as its first process, in namespaces of this one: the files and the network are the same, what it
# writes into /etc, /run and /usr/local/bin is its own. It has no units but those that a service waits for, and
# /usr/local/bin/tadwina-server. Needs root and nothing that runs already.
#
#   machine.sh FOLDER PROGRAM     prints "machine PID", the first process seen from here; killing it ends the machine
#
# FOLDER is an empty one for its own use.
set -eu
folder=$1 program=$2 inside=${3:-}

if [ -z "$inside" ]; then
  exec unshare --mount --propagation private sh "$0" "$folder" "$program" group
fi

# systemd wants a control group that is nobody else's; it is removed at the end.
if [ "$inside" = group ]; then
  mkdir "$folder/groups"
  mount -t cgroup2 none "$folder/groups"
  group=$folder/groups/tadwina-$$
  before=$folder/groups$(sed -n 's/^0:://p' /proc/self/cgroup)
  mkdir "$group"
  echo $$ >"$group/cgroup.procs"
  unshare --cgroup --pid --fork --kill-child --mount --uts --ipc --mount-proc sh "$0" "$folder" "$program" machine &
  machine=$!
  echo $$ >"$before/cgroup.procs"
  first=
  while [ -z "$first" ] && kill -0 $machine; do first=$(cat /proc/$machine/task/$machine/children); done
  echo "machine ${first% }"
  wait $machine || true
  find "$group" -depth -type d -exec rmdir {} +
  exit
fi

mount -t cgroup2 none /sys/fs/cgroup
mount -t tmpfs none /run
mount -t tmpfs none "$folder"
mkdir "$folder/etc" "$folder/work" /run/units
mount -t overlay -o "lowerdir=/etc,upperdir=$folder/etc,workdir=$folder/work" none /etc
mount -t tmpfs none /etc/systemd/system
mount -t tmpfs none /usr/local/bin
touch /usr/local/bin/tadwina-server
mount --bind "$program" /usr/local/bin/tadwina-server
# Nothing of this machine's own starts.
for target in sysinit basic network network-online multi-user shutdown; do
  printf '[Unit]\nDescription=%s\nDefaultDependencies=no\n' "$target" >"/run/units/$target.target"
done
exec env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin container=other \
  SYSTEMD_UNIT_PATH=/etc/systemd/system:/run/units /lib/systemd/systemd --system --unit=basic.target
