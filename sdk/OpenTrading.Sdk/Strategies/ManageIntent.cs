namespace OpenTrading.Sdk.Strategies;

/// <summary>A wish about what is already open or pending. One of the nested kinds.</summary>
/// <threadsafety>Immutable.</threadsafety>
public abstract record ManageIntent
{
    private protected ManageIntent()
    {
    }

    /// <summary>Why, in words.</summary>
    public string Reason { get; init; } = "";
}
