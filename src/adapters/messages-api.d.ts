// What Thunderbird 153 has and the published types do not know yet (schemas/messages.json).

declare namespace messenger.messages {
  /** Headers by lower-case name, decoded; read without the body. */
  function getHeaders(messageId: number): Promise<Record<string, string[]>>;
}
