namespace OpenTrading.Kernel.Sizing;

/// <summary>Proposes a volume; the gate still decides.</summary>
public interface ISizer
{
    /// <summary>Whether the size depends on the instrument alone. Default false.</summary>
    bool IsFixed => false;

    /// <summary>Unrounded lots for an entry; null, with <paramref name="why"/>, when no size can be computed.</summary>
    decimal? Raw(SizingInput input, out string why);
}
