namespace OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;

/// <summary>All combinations of some parameters' values, numbered with the last axis running fastest.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class ParameterGrid
{
    /// <summary>A grid of these axes.</summary>
    /// <exception cref="ArgumentException">There is no axis, or one without values, or there are more cells than an int counts.</exception>
    public ParameterGrid(IReadOnlyList<ParameterAxis> axes)
    {
        long cells = axes.Count == 0 ? 0 : 1;
        foreach (ParameterAxis axis in axes)
        {
            cells *= axis.Values.Count;
            if (cells is 0 or > int.MaxValue)
            {
                break;
            }
        }

        if (cells is 0 or > int.MaxValue)
        {
            throw new ArgumentException($"A grid needs at least one axis, values on each, and at most {int.MaxValue} cells.", nameof(axes));
        }

        (Axes, Count) = (axes, (int)cells);
    }

    /// <summary>The axes, the slowest first.</summary>
    public IReadOnlyList<ParameterAxis> Axes { get; }

    /// <summary>Number of cells.</summary>
    public int Count { get; }

    /// <summary>Place of a cell on each axis.</summary>
    public int[] Places(int index)
    {
        var places = new int[Axes.Count];
        for (int axis = places.Length - 1; axis >= 0; axis--)
        {
            (index, places[axis]) = Math.DivRem(index, Axes[axis].Values.Count);
        }

        return places;
    }

    /// <summary>Number of the cell at these places.</summary>
    public int IndexOf(ReadOnlySpan<int> places)
    {
        int index = 0;
        for (int axis = 0; axis < places.Length; axis++)
        {
            index = (index * Axes[axis].Values.Count) + places[axis];
        }

        return index;
    }

    /// <summary>Values of a cell, one an axis.</summary>
    public IReadOnlyList<double> Values(int index) => [.. Places(index).Select((place, axis) => Axes[axis].Values[place])];

    /// <summary>The cells that differ by at most one place on every axis, the cell itself left out, rising. At the edge there are fewer.</summary>
    public IReadOnlyList<int> Neighbours(int index)
    {
        int[] centre = Places(index);
        var found = new List<int>();
        Gather(centre, new int[centre.Length], 0, found);
        found.Remove(index);
        return found;
    }

    private void Gather(int[] centre, int[] places, int axis, List<int> found)
    {
        if (axis == centre.Length)
        {
            found.Add(IndexOf(places));
            return;
        }

        int last = Math.Min(centre[axis] + 1, Axes[axis].Values.Count - 1);
        for (places[axis] = Math.Max(0, centre[axis] - 1); places[axis] <= last; places[axis]++)
        {
            Gather(centre, places, axis + 1, found);
        }
    }
}
