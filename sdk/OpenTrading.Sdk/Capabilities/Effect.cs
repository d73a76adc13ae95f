namespace OpenTrading.Sdk.Capabilities;

/// <summary>What a capability does to the world. Decides who may call it and who sees it.</summary>
public enum Effect
{
    /// <summary>Changes nothing.</summary>
    Read,

    /// <summary>Computes for a while without touching any trading state; runs as a job.</summary>
    Compute,

    /// <summary>Changes paper, journal, alert or watchlist state.</summary>
    Simulate,

    /// <summary>Records a proposal or a live request. Never executes one.</summary>
    Propose,

    /// <summary>For a human operator alone. Never visible to an AI client.</summary>
    Operate,
}
