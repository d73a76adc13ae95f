using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>An operator who is logged in. How long is measured by the monotonic clock, so that a wall clock that is set back prolongs nothing.</summary>
/// <param name="operatorName">Who.</param>
/// <param name="digest">Digest of the session's id.</param>
/// <param name="time">Measures it; the passphrase was entered now.</param>
internal sealed class OperatorSession(string operatorName, string digest, TimeProvider time)
{
    /// <summary>How long it lasts without a call.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    /// <summary>How long it lasts at most.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(8);

    /// <summary>How long a passphrase counts as just entered.</summary>
    public static readonly TimeSpan StepUp = TimeSpan.FromMinutes(5);

    private readonly long _openedAt = time.GetTimestamp();

    // Read and written by requests side by side: one word each, so that no time is ever half old and half new.
    private long _enteredAt = time.GetTimestamp();
    private long _usedAt = time.GetTimestamp();

    /// <summary>Who is logged in.</summary>
    public string Operator { get; } = operatorName;

    /// <summary>Digest of its id, under which the journal knows it.</summary>
    public string Digest { get; } = digest;

    /// <summary>The caller of every request of this session, and of no other.</summary>
    public Principal Caller { get; } = new($"operator:{operatorName}", Role.Operator);

    /// <summary>Whether a browser has it: then its id alone, sent as a bearer, opens nothing.</summary>
    public bool IsBrowser { get; set; }

    /// <summary>Whether it has not ended yet.</summary>
    public bool IsAlive => IdleLeft > TimeSpan.Zero;

    /// <summary>Whether the passphrase was entered within the last five minutes.</summary>
    public bool HasSteppedUp => time.GetElapsedTime(Volatile.Read(ref _enteredAt)) <= StepUp;

    /// <summary>When it ends unless it is used, by the wall clock as it is set now.</summary>
    public DateTimeOffset IdleExpiresAt => time.GetUtcNow() + IdleLeft;

    /// <summary>When it ends however much it is used, by the wall clock as it is set now.</summary>
    public DateTimeOffset ExpiresAt => time.GetUtcNow() + Left;

    private TimeSpan Left => Absolute - time.GetElapsedTime(_openedAt);

    private TimeSpan IdleLeft => Idle - time.GetElapsedTime(Volatile.Read(ref _usedAt)) is var idle && idle < Left ? idle : Left;

    /// <summary>It is used: its idle time begins anew.</summary>
    public void Use() => Volatile.Write(ref _usedAt, time.GetTimestamp());

    /// <summary>The passphrase was entered again.</summary>
    public void Enter() => Volatile.Write(ref _enteredAt, time.GetTimestamp());
}
