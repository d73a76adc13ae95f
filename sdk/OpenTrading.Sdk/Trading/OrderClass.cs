namespace OpenTrading.Sdk.Trading;

/// <summary>What an order does to the risk of the account; decides which rules it must pass.</summary>
[Flags]
public enum OrderClass
{
    /// <summary>No class.</summary>
    None = 0,
    /// <summary>E: opens or may enlarge exposure. All pending orders, and netting orders beyond the net volume.</summary>
    Entry = 1,
    /// <summary>M+: raises risk. Stop widened or removed, pending price or expiry changed.</summary>
    Raise = 2,
    /// <summary>M-: any other change of stop or target.</summary>
    Tighten = 4,
    /// <summary>R: partial close by ticket, or a netting order of at most the net volume.</summary>
    Reduce = 8,
    /// <summary>C: full close, or deletion of a pending order.</summary>
    Close = 16,
    /// <summary>E and M+.</summary>
    EntryOrRaise = Entry | Raise,
    /// <summary>Every class.</summary>
    All = Entry | Raise | Tighten | Reduce | Close,
}
