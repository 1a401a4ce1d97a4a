#!/usr/bin/env bash
# Dovecot 2.3.19.1 (Debian 12: dovecot-core 1:2.3.19.1+dfsg1-2.1+deb12u7), its delivery agent dovecot-lda.
#
# Behaviour: the notice that dovecot-lda sends when a mailbox is full is a multipart/report with a message/delivery-status
# part, but the fields of the recipient follow those of the message without the empty line that RFC 3464 (2.1) asks for
# before each recipient's group. Read by the grammar the notice has one group, the message's, and reports on no recipient:
# Python's email package gives one block where a reader takes the recipients from the second on. The returned message
# (message/rfc822, not text/rfc822-headers) is its header alone, with an empty body.
#
# Seen (2026-11-29):
#   multipart/report; report-type=delivery-status
#   groups of fields: 1
#     ['Reporting-MTA', 'Final-Recipient', 'Action', 'Status']
#   groups of recipients: 0
#   body of the message/rfc822 part: ''
#
# Needs Debian 12 on amd64 and python3; no root. Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root "dovecot-core=1:2.3.19.1+dfsg1-2.1+deb12u7" libunwind8
for package in *.deb; do dpkg -x "$package" root; done

mkdir home
cat >dovecot.conf <<CONFIG
base_dir = $work/run
log_path = /dev/stderr
libexec_dir = $work/root/usr/lib/dovecot
mail_plugin_dir = $work/root/usr/lib/dovecot/modules
mail_location = maildir:$work/home/Maildir
mail_plugins = quota
protocols =
ssl = no
hostname = mail.example.test
postmaster_address = postmaster@example.test
sendmail_path = $work/keep
plugin {
  quota = maildir:Mailbox quota
  quota_rule = *:bytes=10
}
CONFIG
# In the place of sendmail: keeps the notice.
printf '#!/bin/sh\ncat >"%s/home/notice"\n' "$work" >keep
chmod 755 keep

# dovecot-lda delivers to the user who runs it, who must not be root.
as_user=()
if [ "$(id -u)" = 0 ]; then
  chown 65534:65534 home
  as_user=(setpriv --reuid 65534 --regid 65534 --clear-groups)
fi
printf '%s\n' "From: Alice <alice@example.test>" "To: <bob@example.test>" "Subject: hello" "" "Hello, this is too long." |
  HOME=$work/home USER=bob LD_LIBRARY_PATH="$work/root/usr/lib/dovecot:$work/root/usr/lib/x86_64-linux-gnu" \
    "${as_user[@]}" root/usr/bin/doveconf -c "$work/dovecot.conf" -f service=lda -m lda \
    -e root/usr/lib/dovecot/dovecot-lda -f alice@example.test -a bob@example.test 2>log || { cat log; exit 1; }

python3 - <<'PYTHON' || { echo "CHANGED"; exit 1; }
import email, sys

notice = email.message_from_binary_file(open("home/notice", "rb"))
parts = {part.get_content_type(): part for part in notice.walk()}
groups = parts["message/delivery-status"].get_payload()
body = parts["message/rfc822"].get_payload(0).get_payload().strip()
print(f"{notice.get_content_type()}; report-type={notice.get_param('report-type')}")
print("groups of fields:", len(groups))
for group in groups:
    print("  ", group.keys(), sep="")
print("groups of recipients:", len(groups[1:]))
print("body of the message/rfc822 part:", repr(body))
fields = ["Reporting-MTA", "Final-Recipient", "Action", "Status"]
sys.exit(0 if [group.keys() for group in groups] == [fields] and body == "" else 1)
PYTHON
echo "as described"
