namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>How the distribution of losses is had.</summary>
public enum VarMethod
{
    /// <summary>What the present positions would have lost in the past, by its returns as they were.</summary>
    Historical,

    /// <summary>A normal distribution with the standard deviation of those, and a mean of zero.</summary>
    Parametric,

    /// <summary>Random returns with the covariance of those, a mean of zero and a fixed seed; positions revalued in each.</summary>
    MonteCarlo,
}
