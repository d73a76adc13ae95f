using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Backtesting.Robustness.MonteCarlo;

/// <summary>A way to make another history out of the one that happened.</summary>
/// <threadsafety>Called from several threads at once.</threadsafety>
public interface IResampling
{
    /// <summary>Name in reports, such as <c>trade-shuffle</c>.</summary>
    string Name { get; }

    /// <summary>What it does and what its spread says, one sentence.</summary>
    string Meaning { get; }

    /// <summary>Steps of a path: trades or days.</summary>
    int Steps { get; }

    /// <summary>Equity before the first step, account currency.</summary>
    double InitialCash { get; }

    /// <summary>Writes the equity after each step of the history that happened.</summary>
    void Original(Span<double> equity);

    /// <summary>Writes the equity after each step of one path.</summary>
    void Draw(Xoshiro256 random, Span<double> equity);
}
