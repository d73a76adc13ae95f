using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Sdk.Analysis.Levels;

/// <summary>How pivot levels follow from the period before.</summary>
public enum PivotMethod
{
    /// <summary>The floor traders': <see cref="PivotFormula.Standard"/>.</summary>
    Classic,

    /// <summary><see cref="PivotFormula.Fibonacci"/>.</summary>
    Fibonacci,

    /// <summary><see cref="PivotFormula.Camarilla"/>.</summary>
    Camarilla,

    /// <summary><see cref="PivotFormula.Woodie"/>.</summary>
    Woodie,

    /// <summary><see cref="PivotFormula.Demark"/>.</summary>
    Demark,
}
