namespace OpenTrading.Host.Faces.Http;

/// <summary>A face that listens on a port.</summary>
internal interface IServedFace : IAsyncDisposable
{
    /// <summary>Where it is reached, as a person reads it.</summary>
    string Line { get; }
}
