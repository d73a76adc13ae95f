namespace OpenTrading.Host.Plugins;

/// <summary>What became of a plugin.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Old">As it was in use; null when it was not.</param>
/// <param name="Next">As it is in use now; null when it is not any more.</param>
/// <param name="Why">Why what is on disk is not what is in use; empty when it is.</param>
internal sealed record PluginChange(string Id, Plugin? Old, Plugin? Next, string Why)
{
    /// <summary>Whether what is in use became another.</summary>
    public bool HasTakenEffect => Old?.Context != Next?.Context && Why.Length == 0;
}
