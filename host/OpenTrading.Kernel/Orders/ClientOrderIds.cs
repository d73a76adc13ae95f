namespace OpenTrading.Kernel.Orders;

/// <summary>Client order ids: 4 characters of the host instance and a 12-digit base-36 counter, never reused.</summary>
public sealed class ClientOrderIds
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private readonly string _instance;
    private long _last;

    /// <summary>Ids of one host instance.</summary>
    /// <param name="instance">4 characters [0-9a-z].</param>
    /// <param name="last">Counter of the last id given out, from the journal.</param>
    /// <exception cref="ArgumentException">The instance has another form.</exception>
    public ClientOrderIds(string instance, long last = 0)
    {
        if (instance.Length != 4 || instance.Any(c => !Digits.Contains(c, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"Instance '{instance}' must be 4 characters of 0-9 and a-z.", nameof(instance));
        }

        _instance = instance;
        _last = last;
    }

    /// <summary>The next id.</summary>
    public string Next() => string.Create(16, (_instance, ++_last), static (text, state) =>
    {
        state._instance.AsSpan().CopyTo(text);
        long value = state.Item2;
        for (int i = 15; i >= 4; i--)
        {
            text[i] = Digits[(int)(value % 36)];
            value /= 36;
        }
    });

    /// <summary>Never gives out the counter of <paramref name="clientOrderId"/>, or an earlier one, again.</summary>
    public void Seen(string clientOrderId)
    {
        if (!clientOrderId.StartsWith(_instance, StringComparison.Ordinal))
        {
            return;
        }

        long value = 0;
        foreach (char digit in clientOrderId.AsSpan(4))
        {
            value = (value * 36) + Digits.IndexOf(digit, StringComparison.Ordinal);
        }

        _last = Math.Max(_last, value);
    }
}
