using System.Buffers;
using System.Text.Json;

namespace OpenTrading.MetaTrader.Protocol;

/// <summary>One message to a terminal: a flat object, for the reader there is a small one.</summary>
/// <threadsafety>One thread.</threadsafety>
internal sealed class OutgoingMessage
{
    private readonly List<Member> _members = new(16);

    private OutgoingMessage()
    {
    }

    /// <summary>A message of the handshake.</summary>
    public static OutgoingMessage OfType(string type) => new OutgoingMessage().With("type", type);

    /// <summary>A request.</summary>
    public static OutgoingMessage Request(long id, string op) => new OutgoingMessage().With("id", id).With("op", op);

    /// <summary>Adds a text.</summary>
    public OutgoingMessage With(string name, string value)
    {
        _members.Add(new Member(name, value, 0));
        return this;
    }

    /// <summary>Adds an exact number; it is written without exponent.</summary>
    public OutgoingMessage With(string name, decimal value)
    {
        _members.Add(new Member(name, null, value));
        return this;
    }

    /// <summary>Adds a number where there is one.</summary>
    public OutgoingMessage WithOptional(string name, decimal? value) => value is { } number ? With(name, number) : this;

    /// <summary>The message as a line, line feed included.</summary>
    public ReadOnlyMemory<byte> ToLine()
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            foreach (Member member in _members)
            {
                if (member.Text is null)
                {
                    json.WriteNumber(member.Name, member.Number);
                }
                else
                {
                    json.WriteString(member.Name, member.Text);
                }
            }

            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.WrittenMemory;
    }

    private readonly record struct Member(string Name, string? Text, decimal Number);
}
