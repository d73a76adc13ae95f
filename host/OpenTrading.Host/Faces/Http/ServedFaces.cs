using System.Net;
using OpenTrading.Host.Diagnosis;

namespace OpenTrading.Host.Faces.Http;

/// <summary>The faces of a running host that listen on ports. One whose port is taken is left out, and the host goes on without it.</summary>
internal sealed class ServedFaces : IAsyncDisposable
{
    private readonly List<IServedFace> _faces = [];
    private readonly List<string> _lines = [];

    /// <summary>A line for each: where it is reached, or why it is not.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Starts a face.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="listen">Where it is to listen.</param>
    /// <param name="start">Starts it.</param>
    public async Task StartAsync(string name, string listen, Func<Task<IServedFace>> start)
    {
        try
        {
            IServedFace face = await start().ConfigureAwait(false);
            _faces.Add(face);
            _lines.Add(face.Line);
        }
        catch (IOException e)
        {
            string holder = ListeningPorts.Holder(IPEndPoint.Parse(listen).Port) is { } process ? $"process {process} listens there" : e.Message.TrimEnd('.');
            _lines.Add($"no {name}: {listen} cannot be had, {holder}; the host goes on without it");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IServedFace face in Enumerable.Reverse(_faces))
        {
            await face.DisposeAsync().ConfigureAwait(false);
        }
    }
}
