namespace OpenTrading.Host.Faces.Mcp.Stdio;

/// <summary>Standard input and output as MCP has them: messages alone. Whatever else the program or a plugin prints goes to standard error.</summary>
internal sealed class StdioStreams
{
    private StdioStreams(Stream input, Stream output) => (Input, Output) = (input, output);

    public Stream Input { get; }

    public Stream Output { get; }

    /// <summary>Takes both for the protocol.</summary>
    public static StdioStreams Take()
    {
        var streams = new StdioStreams(Console.OpenStandardInput(), Console.OpenStandardOutput());
        Console.SetOut(Console.Error);
        Console.SetIn(TextReader.Null);
        return streams;
    }
}
