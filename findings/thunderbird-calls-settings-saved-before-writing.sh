#!/usr/bin/env bash
# Thunderbird 153.8.0esr (Debian 12: thunderbird 1:153.8.0esr-1~deb12u1), Services.prefs.savePrefFile.
#
# Behaviour: its interface (nsIPrefService) says that savePrefFile writes the settings to the file, with null to prefs.js,
# and throws when that fails. With null it comes back while prefs.js mostly still has the old value: the file is written
# later, and nothing tells when. With prefs.js named in the place of null the new value is on the disk at return, each
# time. So code that changes a server's settings, calls savePrefFile(null) as Thunderbird's own account set-up does, and
# then says "saved" or does what must come after is early.
#
# Seen (2026-11-29):
#   savePrefFile(null): the new host name is in prefs.js at return 0 of 40 times, later 40 of 40 times
#   savePrefFile(prefs.js): the new host name is in prefs.js at return 40 of 40 times, later 40 of 40 times
#
# Needs Debian 12 on amd64 with the libraries that its thunderbird depends on; no root, no display.
# Exit 0: as seen (with null at most 20 of 40 at return; 0 to 4 in our runs). Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root thunderbird=1:153.8.0esr-1~deb12u1
for package in *.deb; do dpkg -x "$package" root; done
program=root/usr/lib/thunderbird
mkdir home profile

cat >$program/defaults/pref/try.js <<'PREFS'
pref("general.config.filename", "try.cfg");
pref("general.config.obscure_value", 0);
pref("general.config.sandbox_enabled", false);
PREFS
cat >$program/try.cfg <<CONFIG
// The first line of such a file is not run.
const folder = "$work";
CONFIG
cat >>$program/try.cfg <<'CONFIG'
function onDisk(file) {
  const octets = Cc["@mozilla.org/network/file-input-stream;1"].createInstance(Ci.nsIFileInputStream);
  const text = Cc["@mozilla.org/scriptableinputstream;1"].createInstance(Ci.nsIScriptableInputStream);
  octets.init(file, 1, 0, 0);
  text.init(octets);
  let all = "";
  for (let more; (more = text.read(65536)); ) all += more;
  octets.close();
  return all;
}

async function tries(file, setTimeout) {
  let told = "";
  for (const [name, target] of [["null", null], ["prefs.js", file]]) {
    let atReturn = 0;
    let later = 0;
    for (let count = 0; count < 40; count++) {
      const host = `${name}-${count}.example.test`;
      Services.prefs.setStringPref("mail.smtpserver.smtp1.hostname", host);
      Services.prefs.savePrefFile(target);
      if (onDisk(file).includes(host)) atReturn++;
      for (let waits = 0; waits < 1000 && !onDisk(file).includes(host); waits++) {
        await new Promise((done) => setTimeout(done, 5));
      }
      if (onDisk(file).includes(host)) later++;
    }
    told += `${name} ${atReturn} ${later}\n`;
  }
  return told;
}

Services.obs.addObserver(function started() {
  Services.obs.removeObserver(started, "final-ui-startup");
  const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
  const file = Services.dirsvc.get("PrefF", Ci.nsIFile);
  Services.prefs.savePrefFile(file);
  tries(file, setTimeout).catch(String).then((told) => {
    const target = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
    const out = Cc["@mozilla.org/network/file-output-stream;1"].createInstance(Ci.nsIFileOutputStream);
    target.initWithPath(`${folder}/told`);
    out.init(target, 0x2a, 0o644, 0);
    out.write(told, told.length);
    out.close();
    Services.startup.quit(Ci.nsIAppStartup.eForceQuit);
  });
}, "final-ui-startup");
CONFIG
HOME=$work/home $program/thunderbird --headless --offline --no-remote --profile "$work/profile" >log 2>&1 || true
[ -e told ] || { cat log; exit 1; }

while read -r target at_return later; do
  echo "savePrefFile($target): the new host name is in prefs.js at return $at_return of 40 times, later $later of 40 times"
done <told
if awk '$1 == "null" && $2 <= 20 && $3 == 40 || $1 == "prefs.js" && $2 == 40 && $3 == 40 { right++ }
  END { exit right != 2 || NR != 2 }' told; then echo "as described"; else echo "CHANGED"; exit 1; fi
