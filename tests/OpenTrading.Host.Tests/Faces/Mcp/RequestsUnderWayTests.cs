using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenTrading.Host.Faces.Mcp;
using OpenTrading.Host.Faces.Mcp.Tools;
using OpenTrading.Kernel.Capabilities;

namespace OpenTrading.Host.Tests.Faces.Mcp;

/// <summary>An id is taken from when its request comes until its answer goes, and no longer.</summary>
public sealed class RequestsUnderWayTests : IAsyncDisposable
{
    private static readonly RequestId Id = new(7);

    private readonly McpServer _server = McpServer.Create(new StreamServerTransport(Stream.Null, Stream.Null), new McpServerOptions());
    private readonly RequestsUnderWay _requests = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Filter_IdUsedAgainOnceItsAnswerGoes_IsTaken()
    {
        // A client that has its answer goes on at once; here its next request comes while the sending of that answer has not come back.
        bool taken = false;
        await TakeAsync(async () =>
        {
            await SendAsync(new JsonRpcResponse { Id = Id, Result = new JsonObject() });
            await TakeAsync(() =>
            {
                taken = true;
                return Task.CompletedTask;
            });
        });

        Assert.True(taken);
    }

    [Fact]
    public async Task Filter_IdUsedTwice_TheSecondIsRefusedAndTheFirstKeepsItsAnswer()
    {
        var result = new JsonObject();
        await TakeAsync(async () =>
        {
            McpProtocolException refused = await Assert.ThrowsAsync<McpProtocolException>(() => TakeAsync(() => Task.CompletedTask));
            Assert.Equal(McpErrorCode.InvalidRequest, refused.ErrorCode);
            await SendAsync(new JsonRpcError { Id = Id, Error = new JsonRpcErrorDetail { Code = (int)refused.ErrorCode, Message = refused.Message } });
            _requests.Keep(Id, new ToolAnswer(new CallOutcome("""{"summary":"first"}"""u8.ToArray(), "first")));
            await SendAsync(new JsonRpcResponse { Id = Id, Result = result });
        });

        Assert.Equal("""{"summary":"first"}""", result["structuredContent"]!.ToJsonString());
    }

    [Fact]
    public async Task Answers_RefusalSentAfterTheIdWasTakenAgain_EndsNobody()
    {
        await TakeAsync(async () =>
        {
            McpProtocolException refused = await Assert.ThrowsAsync<McpProtocolException>(() => TakeAsync(() => Task.CompletedTask));
            await SendAsync(new JsonRpcResponse { Id = Id, Result = new JsonObject() });
            await TakeAsync(async () =>
            {
                await SendAsync(new JsonRpcError { Id = Id, Error = new JsonRpcErrorDetail { Code = (int)refused.ErrorCode, Message = refused.Message } });

                // The third is still being answered.
                await Assert.ThrowsAsync<McpProtocolException>(() => TakeAsync(() => Task.CompletedTask));
            });
        });
    }

    [Fact]
    public async Task Filter_IdUsedAgainAfterAnError_IsTaken()
    {
        bool taken = false;
        await TakeAsync(async () =>
        {
            await SendAsync(new JsonRpcError { Id = Id, Error = new JsonRpcErrorDetail { Code = -32602, Message = "no" } });
            await TakeAsync(() =>
            {
                taken = true;
                return Task.CompletedTask;
            });
        });

        Assert.True(taken);
    }

    private Task TakeAsync(Func<Task> handle) =>
        _requests.Filter((_, _) => handle())(new MessageContext(_server, new JsonRpcRequest { Id = Id, Method = RequestMethods.ToolsCall }), CancellationToken.None);

    private Task SendAsync(JsonRpcMessage message) => _requests.Answers((_, _) => Task.CompletedTask)(new MessageContext(_server, message), CancellationToken.None);
}
