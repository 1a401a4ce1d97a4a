// What Thunderbird tells every page of its own switch, *Work Offline*, and of a machine without a network.

export const isOffline = (): boolean => !navigator.onLine;
