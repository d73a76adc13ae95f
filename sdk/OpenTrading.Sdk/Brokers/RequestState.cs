namespace OpenTrading.Sdk.Brokers;

/// <summary>What is known of a request whose result was lost.</summary>
public enum RequestState
{
    /// <summary>Nobody can say. It is asked again, or a human decides.</summary>
    Unknown,
    /// <summary>It was executed; the reports say how.</summary>
    Executed,
    /// <summary>It was refused; certainly no effect.</summary>
    Refused,
    /// <summary>It never arrived, and will be refused if it does.</summary>
    NeverSent,
}
