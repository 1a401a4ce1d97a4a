// A SOCKS proxy in Thunderbird's settings: servers are asked and settings proven through it, and where the proxy looks
// names up, nobody here does.
import { expect, test } from "vitest";
import { isWanted, onScene } from "./scene.js";
import { openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { untilAction } from "./thunderbird/afterwards.js";
import { clickAction, waitForState } from "./thunderbird/page.js";
import { settledDeliveries } from "./world/deliveries.js";
import { startSocksProxy } from "./world/socks-proxy.js";

test.skipIf(!isWanted("proxy")).each([
  { looksUp: "the proxy", remoteNames: true, asked: "mail.example.test:587" },
  { looksUp: "Thunderbird", remoteNames: false, asked: "127.0.0.10:587" },
])("through a SOCKS proxy, where $looksUp looks names up", async ({ remoteNames, asked }) => {
  const proxy = await startSocksProxy();
  const prefs = {
    "network.proxy.type": 1,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": proxy.port,
    "network.proxy.socks_version": 5,
    "network.proxy.socks_remote_dns": remoteNames,
    "network.proxy.socks5_remote_dns": remoteNames,
  };
  const name = `proxy-${remoteNames ? "names" : "addresses"}`;
  try {
    await onScene({ name, base: "port-25", prefs }, async ({ thunderbird, hosts, photograph }) => {
      await openCompose(thunderbird, { identity: "id1", to: "friend@elsewhere.test", subject: "Lab: proxy" });
      await pressSend(thunderbird);
      const never = (): Promise<boolean> => Promise.resolve(false);
      await outcomeOfSend(thunderbird, "alert", never, () => Promise.resolve());
      await waitForState(thunderbird, ["problem"], 20_000);
      await untilAction(thunderbird, "fix-and-send");
      // Nothing of Thunderbird's own goes to that port before the settings are changed.
      expect(proxy.asked()).toContain(asked);
      await photograph("problem");
      await clickAction(thunderbird, "fix-and-send");
      expect(await settledDeliveries(hosts, 1)).toHaveLength(1);
      const elsewhere = proxy.asked().filter((one) => /^\d/.test(one) === remoteNames);
      expect(elsewhere, "looked up by the other side").toEqual([]);
    });
  } finally {
    await proxy.stop();
  }
});
