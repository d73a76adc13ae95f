namespace OpenTrading.Sdk.Indicators;

/// <summary>How <see cref="PivotPoints"/> derives its levels from a window's open (o), high (h), low (l) and close (c).</summary>
public enum PivotFormula
{
    /// <summary>Floor traders': <c>pp = (h + l + c) / 3</c>, levels mirrored about it. No fourth levels.</summary>
    Standard,

    /// <summary>Nick Scott's Camarilla, 1989: <c>pp = c</c>, levels at 1.1/12, 1.1/6, 1.1/4 and 1.1/2 of the range.</summary>
    Camarilla,

    /// <summary>Tom DeMark's: the extreme on the side of the close counts twice. First levels only.</summary>
    Demark,

    /// <summary>Floor traders' point, levels at 0.382, 0.618 and 1 of the range. No fourth levels.</summary>
    Fibonacci,

    /// <summary>Ken Wood's: <c>pp = (h + l + 2 · o) / 4</c> with the open of the new window. No fourth levels.</summary>
    Woodie,
}
