namespace OpenTrading.Host.Plugins.Scripts.Compilation.Weaving;

/// <summary>Finds what may call itself.</summary>
internal static class Cycles
{
    /// <summary>
    /// The nodes that lie on a cycle or between two: what is left when everything that calls nothing left, or that nothing left calls, is taken away
    /// again and again. The few between two cycles cost a check too many.
    /// </summary>
    public static HashSet<CallNode> Find(IEnumerable<CallNode> nodes)
    {
        HashSet<CallNode> left = [.. nodes];
        Trim(left, node => node.Calls);
        ILookup<CallNode, CallNode> callers = left.SelectMany(node => node.Calls.Select(called => (called, node))).ToLookup(e => e.called, e => e.node);
        Trim(left, node => callers[node]);
        return left;
    }

    // Takes away every node without a successor that is left.
    private static void Trim(HashSet<CallNode> left, Func<CallNode, IEnumerable<CallNode>> successors)
    {
        var open = new Dictionary<CallNode, int>();
        var predecessors = new Dictionary<CallNode, List<CallNode>>();
        var ends = new Queue<CallNode>();
        foreach (CallNode node in left)
        {
            CallNode[] next = [.. successors(node).Where(left.Contains)];
            open[node] = next.Length;
            foreach (CallNode each in next)
            {
                (predecessors.TryGetValue(each, out List<CallNode>? list) ? list : predecessors[each] = []).Add(node);
            }

            if (next.Length == 0)
            {
                ends.Enqueue(node);
            }
        }

        while (ends.TryDequeue(out CallNode? end))
        {
            left.Remove(end);
            foreach (CallNode node in predecessors.GetValueOrDefault(end, []))
            {
                if (--open[node] == 0)
                {
                    ends.Enqueue(node);
                }
            }
        }
    }
}
