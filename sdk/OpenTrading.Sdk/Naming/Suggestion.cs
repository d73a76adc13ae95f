namespace OpenTrading.Sdk.Naming;

/// <summary>The known word a mistyped one was probably meant to be.</summary>
public static class Suggestion
{
    private const int Longest = 200;

    /// <summary>The known word nearest to <paramref name="unknown"/> by edit distance, the first of equals; ignores letter case.</summary>
    /// <param name="unknown">What was written. One of more than 200 letters is near to none.</param>
    /// <param name="known">What could have been meant.</param>
    /// <returns>Null where none is near: more than a third of its letters (rounded), or more than three, would have to change.</returns>
    public static string? Nearest(string unknown, IEnumerable<string> known)
    {
        // Compared letter by letter with each word: a text of a megabyte is no mistyped word.
        if (unknown.Length > Longest)
        {
            return null;
        }

        string? nearest = null;
        int least = int.MaxValue;
        foreach (string word in known)
        {
            int limit = Math.Min(3, (word.Length + 1) / 3);
            if (Math.Abs(word.Length - unknown.Length) > limit)
            {
                continue;
            }

            int distance = Distance(unknown, word);
            if (distance <= limit && distance < least)
            {
                nearest = word;
                least = distance;
            }
        }

        return nearest;
    }

    /// <summary>Letters to insert, delete, replace or swap with their neighbour: optimal string alignment.</summary>
    private static int Distance(string from, string to)
    {
        int[,] distance = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                distance[i, j] = i == 0 || j == 0 ? i + j : Step(i, j);
            }
        }

        return distance[from.Length, to.Length];

        int Step(int i, int j)
        {
            int replaced = distance[i - 1, j - 1] + (AreSame(i, j) ? 0 : 1);
            int best = Math.Min(replaced, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
            bool swapped = i > 1 && j > 1 && AreSame(i, j - 1) && AreSame(i - 1, j);
            return swapped ? Math.Min(best, distance[i - 2, j - 2] + 1) : best;
        }

        bool AreSame(int i, int j) => char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]);
    }
}
