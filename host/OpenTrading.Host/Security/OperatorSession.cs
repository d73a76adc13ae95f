using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>An operator who is logged in.</summary>
/// <param name="operatorName">Who.</param>
/// <param name="digest">Digest of the session's id.</param>
/// <param name="openedAt">When the passphrase was entered.</param>
internal sealed class OperatorSession(string operatorName, string digest, DateTimeOffset openedAt)
{
    /// <summary>How long it lasts without a call.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    /// <summary>How long it lasts at most.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(8);

    /// <summary>How long a passphrase counts as just entered.</summary>
    public static readonly TimeSpan StepUp = TimeSpan.FromMinutes(5);

    // Read and written by requests side by side: one word each, so that no time is ever half old and half new.
    private long _enteredAt = openedAt.UtcTicks;
    private long _usedAt = openedAt.UtcTicks;

    /// <summary>Who is logged in.</summary>
    public string Operator { get; } = operatorName;

    /// <summary>Digest of its id, under which the journal knows it.</summary>
    public string Digest { get; } = digest;

    /// <summary>The caller of every request of this session, and of no other.</summary>
    public Principal Caller { get; } = new($"operator:{operatorName}", Role.Operator);

    /// <summary>Whether a browser has it: then its id alone, sent as a bearer, opens nothing.</summary>
    public bool IsBrowser { get; set; }

    /// <summary>When the passphrase was entered last.</summary>
    public DateTimeOffset EnteredAt
    {
        get => new(Volatile.Read(ref _enteredAt), TimeSpan.Zero);
        set => Volatile.Write(ref _enteredAt, value.UtcTicks);
    }

    /// <summary>When it was used last.</summary>
    public DateTimeOffset UsedAt
    {
        get => new(Volatile.Read(ref _usedAt), TimeSpan.Zero);
        set => Volatile.Write(ref _usedAt, value.UtcTicks);
    }

    /// <summary>When it ends unless it is used.</summary>
    public DateTimeOffset IdleExpiresAt => UsedAt + Idle < ExpiresAt ? UsedAt + Idle : ExpiresAt;

    /// <summary>When it ends however much it is used.</summary>
    public DateTimeOffset ExpiresAt { get; } = openedAt + Absolute;
}
