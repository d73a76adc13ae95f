namespace OpenTrading.Sdk.Risk;

/// <summary>How the host itself stands.</summary>
/// <param name="IsJournalSound">Whether the last append to the journal reached the disk, with the help of its reserve where that is full.</param>
/// <param name="FreeMebibytes">Free space where the journal is, MiB; null when it is not known.</param>
/// <param name="ConfigHash">Hash of the configuration in force, lower-case hex.</param>
/// <param name="FileHash">Hash of the configuration files as they are on disk now; null when they cannot be read.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record HostState(bool IsJournalSound, long? FreeMebibytes, string ConfigHash, string? FileHash);
