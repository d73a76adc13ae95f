namespace OpenTrading.Analysis.Relations;

/// <summary>How going together is measured.</summary>
public enum CorrelationMethod
{
    /// <summary>Of the values.</summary>
    Pearson,

    /// <summary>Of the ranks.</summary>
    Spearman,
}
