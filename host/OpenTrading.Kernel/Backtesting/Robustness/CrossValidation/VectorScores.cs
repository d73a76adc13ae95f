using System.Numerics;

namespace OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

/// <summary>Arithmetic on one number a trial, several trials at once. Each lane is rounded on its own: the width of a vector changes nothing.</summary>
internal static class VectorScores
{
    // Below this share of the squares a variance is rounding: a trial without trades in the sample scores 0.
    private const double Rounding = 1e-10;

    /// <summary>Length that holds <paramref name="count"/> numbers in whole vectors.</summary>
    public static int Padded(int count) => (count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    /// <summary><paramref name="sum"/> = <paramref name="a"/> + <paramref name="b"/>.</summary>
    public static void Add(double[] a, double[] b, double[] sum)
    {
        for (int i = 0; i < sum.Length; i += Vector<double>.Count)
        {
            (new Vector<double>(a, i) + new Vector<double>(b, i)).CopyTo(sum, i);
        }
    }

    /// <summary>Mean over standard deviation, with n - 1, from sums and sums of squares of n values; 0 where they do not vary.</summary>
    public static void Sharpe(double[] sums, double[] squares, int n, double[] scores)
    {
        var count = new Vector<double>(n);
        var less = new Vector<double>(n - 1);
        for (int i = 0; i < scores.Length; i += Vector<double>.Count)
        {
            var sum = new Vector<double>(sums, i);
            var square = new Vector<double>(squares, i);
            Vector<double> deviations = square - (sum * sum / count);
            Vector<double> score = sum / count / Vector.SquareRoot(deviations / less);
            Vector.ConditionalSelect(Vector.GreaterThan(deviations, square * Rounding), score, Vector<double>.Zero).CopyTo(scores, i);
        }
    }
}
