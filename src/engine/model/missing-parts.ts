// What of the full edition a Thunderbird may lack: noticing failed sends, reading settings, changing them, asking servers.

export type Part = "notice" | "read" | "change" | "ask";
