namespace OpenTrading.Kernel.Risk;

/// <summary>The kill switch as it stands.</summary>
/// <param name="Level">0 none, 1 no entries, 2 also cancel pendings, 3 also flatten.</param>
/// <param name="Since">UTC instant of the last change.</param>
/// <param name="By">Who changed it.</param>
/// <param name="Reason">Why.</param>
public sealed record KillStatus(int Level, DateTime? Since, string? By, string? Reason);
