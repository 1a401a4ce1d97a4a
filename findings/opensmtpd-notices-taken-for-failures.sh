#!/usr/bin/env bash
# OpenSMTPD 6.8.0p2 (Debian 12: opensmtpd 6.8.0p2-4+b4), read by Sisimai 4.25.15 (libsisimai-perl 4.25.15-1) and
# Mail::DeliveryStatus::BounceParser 1.543 (libmail-deliverystatus-bounceparser-perl 1.543+repacked-1).
#
# Behaviour: OpenSMTPD's notices carry a message/delivery-status part, but in multipart/mixed, not in the multipart/report
# of RFC 3464, and without Diagnostic-Code. Its "Action: delayed" and "Action: relayed" are right; readers made for returned
# mail still take harmless notices for failures: Sisimai finds the form of an OpenSMTPD failure and answers "failed" for a
# message that is only delayed; BounceParser finds no report and answers "bounce" for one that was handed on with success.
#
# Seen (2026-11-29):
#   delayed notice: multipart/mixed, Action: delayed, Diagnostic-Code: none
#     Sisimai: bob@onward.test failed
#     BounceParser: is_bounce=0
#   relayed notice: multipart/mixed, Action: relayed, Diagnostic-Code: none
#     Sisimai: ann@onward.test relayed
#     BounceParser: is_bounce=1
#
# Needs Debian 12 on amd64, root (OpenSMTPD's paths and users are fixed: it gets a file tree of its own) and python3.
# Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
pids=()
trap '((${#pids[@]} == 0)) || kill "${pids[@]}" 2>/dev/null || true; wait; rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root opensmtpd=6.8.0p2-4+b4 libevent-2.1-7 \
  libsisimai-perl=4.25.15-1 libclass-accessor-lite-perl libjson-perl \
  libmail-deliverystatus-bounceparser-perl=1.543+repacked-1 libmime-tools-perl libmailtools-perl libtimedate-perl
for package in *.deb; do dpkg -x "$package" root; done

# The next server: puts bob off, takes everything else, keeps what comes for alice.
cat >next-server.py <<'PYTHON'
import socketserver

class Session(socketserver.StreamRequestHandler):
    def handle(self):
        say = lambda reply: self.wfile.write(reply.encode() + b"\r\n")
        say("220 mx.onward.test ESMTP")
        name = "mail"
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"RCPT" and b"bob@" in line:
                say("451 4.7.1 Greylisted, please try again")
            elif verb == b"DATA":
                say("354 go ahead")
                text = b"".join(iter(self.rfile.readline, b".\r\n"))
                for action in ("delayed", "relayed"):
                    if b"Action: " + action.encode() in text:
                        with open(action, "wb") as notice:
                            notice.write(text.replace(b"\r\n", b"\n"))
                say("250 2.0.0 taken")
            elif verb == b"QUIT":
                return say("221 bye")
            else:
                say("250 mx.onward.test")

socketserver.ThreadingTCPServer.allow_reuse_address = True
socketserver.ThreadingTCPServer(("127.0.0.1", 20226), Session).serve_forever()
PYTHON
python3 next-server.py &
pids+=($!)

mkdir -p etc var/spool/smtpd var/lib/opensmtpd/empty
chmod 711 var/spool/smtpd
ln -s /run var/run
printf '%s\n' root:x:0:0::/:/bin/sh opensmtpd:x:64103:64103::/:/bin/false opensmtpq:x:64104:64104::/:/bin/false >etc/passwd
printf '%s\n' root:x:0: opensmtpd:x:64103: opensmtpq:x:64104: >etc/group
echo "127.0.0.1 localhost mail.example.test" >etc/hosts
echo "nameserver 127.0.0.1" >etc/resolv.conf
echo mail.example.test >etc/mailname
cat >etc/smtpd.conf <<'CONFIG'
bounce warn-interval 1s
listen on 127.0.0.1 port 20225 hostname mail.example.test
action "onward" relay host smtp://127.0.0.1:20226
match from any for any action "onward"
CONFIG
LD_LIBRARY_PATH="$work/root/usr/lib/x86_64-linux-gnu" unshare --mount bash -c '
  mount -t tmpfs none /run
  mount --bind root/usr/libexec /usr/libexec
  smtpd=$PWD/root/usr/sbin/smtpd
  mount --bind var /var
  mount --bind etc /etc
  exec "$smtpd" -d' 2>log &
pids+=($!)

python3 - <<'PYTHON'
import smtplib, time

for _ in range(100):
    try:
        client = smtplib.SMTP("127.0.0.1", 20225, "client.example.test")
        break
    except OSError:
        time.sleep(0.2)
for name, options in ("bob", []), ("ann", ["NOTIFY=SUCCESS"]):
    client.sendmail("alice@example.test", [f"{name}@onward.test"],
        f"From: <alice@example.test>\r\nTo: <{name}@onward.test>\r\nSubject: hello\r\n\r\nHello\r\n", [], options)
client.quit()
PYTHON
for _ in $(seq 300); do if [ -e delayed ] && [ -e relayed ]; then break; fi; sleep 0.2; done

cat >read.pl <<'PERL'
use strict;
use warnings;
use Mail::DeliveryStatus::BounceParser;
use Sisimai;

for my $file ("delayed", "relayed") {
  open my $handle, "<", $file or die "$file: $!";
  my $notice = do { local $/; <$handle> };
  my ($type) = $notice =~ /^Content-Type: ([^;\n]+)/m;
  my ($action) = $notice =~ /^(Action: \w+)/m;
  my ($code) = $notice =~ /^Diagnostic-Code: (.*)/m;
  print "$file notice: $type, $action, Diagnostic-Code: ", $code // "none", "\n";
  my $read = Sisimai->make($file, delivered => 1) // [];
  print "  Sisimai: ", join(", ", map { $_->recipient->address . " " . $_->action } @$read), "\n";
  print "  BounceParser: is_bounce=", Mail::DeliveryStatus::BounceParser->new($notice)->is_bounce ? 1 : 0, "\n";
}
PERL
perl -Iroot/usr/share/perl5 read.pl | tee told
cmp -s told - <<'TOLD' || { echo "CHANGED"; exit 1; }
delayed notice: multipart/mixed, Action: delayed, Diagnostic-Code: none
  Sisimai: bob@onward.test failed
  BounceParser: is_bounce=0
relayed notice: multipart/mixed, Action: relayed, Diagnostic-Code: none
  Sisimai: ann@onward.test relayed
  BounceParser: is_bounce=1
TOLD
echo "as described"
