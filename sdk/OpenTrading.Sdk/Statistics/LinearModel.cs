namespace OpenTrading.Sdk.Statistics;

/// <summary>A target explained by a weighted sum of columns, by ordinary least squares.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class LinearModel
{
    private LinearModel(double[] coefficients, double[] errors, double residualDeviation) =>
        (Coefficients, StandardErrors, ResidualDeviation) = (coefficients, errors, residualDeviation);

    /// <summary>Weight of each column.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>Standard error of each weight.</summary>
    public IReadOnlyList<double> StandardErrors { get; }

    /// <summary>Standard deviation of what is left unexplained, with n − columns.</summary>
    public double ResidualDeviation { get; }

    /// <summary>Fits a model. A constant is a column of ones.</summary>
    /// <param name="columns">The columns, each as long as the target.</param>
    /// <param name="target">What is to be explained.</param>
    /// <returns>Null where there are not more rows than columns, or a column is a sum of others.</returns>
    public static LinearModel? Fit(IReadOnlyList<double[]> columns, double[] target)
    {
        int k = columns.Count;
        int n = target.Length;
        if (n <= k)
        {
            return null;
        }

        double[,] squares = new double[k, k];
        double[] products = new double[k];
        for (int i = 0; i < k; i++)
        {
            products[i] = Product(columns[i], target);
            for (int j = 0; j <= i; j++)
            {
                squares[i, j] = Product(columns[i], columns[j]);
            }
        }

        if (!Factorise(squares))
        {
            return null;
        }

        double[] weights = Solve(squares, products);
        double left = 0;
        for (int row = 0; row < n; row++)
        {
            double fitted = 0;
            for (int i = 0; i < k; i++)
            {
                fitted += weights[i] * columns[i][row];
            }

            left += (target[row] - fitted) * (target[row] - fitted);
        }

        double deviation = Math.Sqrt(left / (n - k));
        double[] errors = new double[k];
        for (int i = 0; i < k; i++)
        {
            double[] unit = new double[k];
            unit[i] = 1;
            errors[i] = deviation * Math.Sqrt(Solve(squares, unit)[i]);
        }

        return new LinearModel(weights, errors, deviation);
    }

    private static double Product(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    // Cholesky: the lower triangle becomes L with L · Lᵀ the matrix. Columns that depend on each other leave nothing on the diagonal.
    private static bool Factorise(double[,] m)
    {
        for (int j = 0; j < m.GetLength(0); j++)
        {
            double diagonal = m[j, j];
            double left = diagonal;
            for (int p = 0; p < j; p++)
            {
                left -= m[j, p] * m[j, p];
            }

            if (!(left > 1e-12 * diagonal))
            {
                return false;
            }

            m[j, j] = Math.Sqrt(left);
            for (int i = j + 1; i < m.GetLength(0); i++)
            {
                double sum = m[i, j];
                for (int p = 0; p < j; p++)
                {
                    sum -= m[i, p] * m[j, p];
                }

                m[i, j] = sum / m[j, j];
            }
        }

        return true;
    }

    private static double[] Solve(double[,] factor, double[] right)
    {
        double[] x = [.. right];
        for (int i = 0; i < x.Length; i++)
        {
            for (int p = 0; p < i; p++)
            {
                x[i] -= factor[i, p] * x[p];
            }

            x[i] /= factor[i, i];
        }

        for (int i = x.Length - 1; i >= 0; i--)
        {
            for (int p = i + 1; p < x.Length; p++)
            {
                x[i] -= factor[p, i] * x[p];
            }

            x[i] /= factor[i, i];
        }

        return x;
    }
}
