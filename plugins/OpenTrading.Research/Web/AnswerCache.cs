namespace OpenTrading.Research.Web;

/// <summary>Answers that are used again for a while. The oldest go when there are too many bytes.</summary>
/// <param name="life">How long.</param>
/// <param name="mostBytes">Most bytes in all.</param>
/// <param name="wall">The machine's clock.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class AnswerCache(TimeSpan life, long mostBytes, TimeProvider wall)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, (long Since, WebAnswer Answer)> _kept = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>The answer to a request; null when there is none, or it is too old.</summary>
    public WebAnswer? Find(string key)
    {
        lock (_turn)
        {
            return _kept.TryGetValue(key, out (long Since, WebAnswer Answer) kept) && wall.GetElapsedTime(kept.Since) < life ? kept.Answer : null;
        }
    }

    /// <summary>Keeps an answer; one that is longer than all may be is not worth the others.</summary>
    public void Add(string key, WebAnswer answer)
    {
        lock (_turn)
        {
            Drop(key);
            if (answer.Body.Length > mostBytes)
            {
                return;
            }

            _kept[key] = (wall.GetTimestamp(), answer);
            _bytes += answer.Body.Length;
            while (_bytes > mostBytes)
            {
                Drop(_kept.MinBy(k => k.Value.Since).Key);
            }
        }
    }

    private void Drop(string key)
    {
        if (_kept.Remove(key, out (long Since, WebAnswer Answer) old))
        {
            _bytes -= old.Answer.Body.Length;
        }
    }
}
