namespace OpenTrading.Analysis.Profiles;

/// <summary>What a source counts as volume.</summary>
public enum VolumeKind
{
    /// <summary>Changes of the price.</summary>
    Tick,

    /// <summary>Traded units.</summary>
    Real,
}
