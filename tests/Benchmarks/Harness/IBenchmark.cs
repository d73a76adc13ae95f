namespace OpenTrading.Benchmarks.Harness;

/// <summary>One path through the product that is measured whole.</summary>
internal interface IBenchmark
{
    /// <summary>What <c>--filter</c> is compared with.</summary>
    string Name { get; }

    /// <summary>Measures and reports every figure.</summary>
    void Run(Report report);
}
