using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenTrading.Host.Plugins.Scripts.Compilation.Weaving;

/// <summary>
/// Puts the interrupt into a script: a check at every turn of a loop, at every goto and in every lambda, and a guard of the stack at the start of
/// what may call itself; what these throw passes every catch. No line begins or ends elsewhere than before, so stack traces name the author's lines.
/// </summary>
internal sealed class InterruptWeaver(WeavingPlan plan, SemanticModel model) : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Check = SyntaxFactory.ParseStatement($"global::{ScriptInterrupt.TypeName}.Check();");
    private static readonly StatementSyntax Enter = SyntaxFactory.ParseStatement($"global::{ScriptInterrupt.TypeName}.Enter();");

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        base.VisitWhileStatement(node) is WhileStatementSyntax loop ? loop.WithStatement(Turn(loop.Statement)) : null;

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        base.VisitDoStatement(node) is DoStatementSyntax loop ? loop.WithStatement(Turn(loop.Statement)) : null;

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        base.VisitForStatement(node) is ForStatementSyntax loop ? loop.WithStatement(Turn(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        base.VisitForEachStatement(node) is ForEachStatementSyntax loop ? loop.WithStatement(Turn(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        base.VisitForEachVariableStatement(node) is ForEachVariableStatementSyntax loop ? loop.WithStatement(Turn(loop.Statement)) : null;

    public override SyntaxNode? VisitGotoStatement(GotoStatementSyntax node) => Turn(node);

    public override SyntaxNode? VisitCatchClause(CatchClauseSyntax node)
    {
        var clause = (CatchClauseSyntax)base.VisitCatchClause(node)!;
        if (!IsWide(node.Declaration))
        {
            return clause;
        }

        // A name of its own for each: one catch may stand in another.
        CatchDeclarationSyntax declaration = clause.Declaration
            ?? SyntaxFactory.CatchDeclaration(SyntaxFactory.ParseTypeName("global::System.Exception ")).WithTrailingTrivia(clause.CatchKeyword.TrailingTrivia);
        if (declaration.Identifier.IsKind(SyntaxKind.None))
        {
            declaration = declaration.WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space))
                .WithIdentifier(SyntaxFactory.Identifier($"stopped{node.SpanStart}__"));
        }

        string passes = $"global::{ScriptInterrupt.TypeName}.MayCatch({declaration.Identifier.Text})";
        CatchFilterClauseSyntax filter = clause.Filter is { } written
            ? written.WithFilterExpression(SyntaxFactory.BinaryExpression(
                SyntaxKind.LogicalAndExpression, SyntaxFactory.ParseExpression(passes), SyntaxFactory.ParenthesizedExpression(written.FilterExpression)))
            : SyntaxFactory.CatchFilterClause(SyntaxFactory.ParseExpression(passes)).WithTrailingTrivia(declaration.GetTrailingTrivia());
        return clause
            .WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space))
            .WithDeclaration(clause.Filter is null ? declaration.WithTrailingTrivia() : declaration)
            .WithFilter(filter);
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        Method(node, (BaseMethodDeclarationSyntax)base.VisitMethodDeclaration(node)!);

    public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node) =>
        Method(node, (BaseMethodDeclarationSyntax)base.VisitOperatorDeclaration(node)!);

    public override SyntaxNode? VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) =>
        Method(node, (BaseMethodDeclarationSyntax)base.VisitConversionOperatorDeclaration(node)!);

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node) =>
        Method(node, (BaseMethodDeclarationSyntax)base.VisitConstructorDeclaration(node)!);

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        var accessor = (AccessorDeclarationSyntax)base.VisitAccessorDeclaration(node)!;
        return !plan.IsEntered(node) ? accessor
            : accessor.ExpressionBody is null ? accessor.WithBody(Begin(accessor.Body, Enter))
            : accessor.WithExpressionBody(null).WithSemicolonToken(default)
                .WithBody(Block(accessor.ExpressionBody, accessor.SemicolonToken, isVoid: !node.IsKind(SyntaxKind.GetAccessorDeclaration)));
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var method = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return !plan.IsEntered(node) ? method
            : method.ExpressionBody is null ? method.WithBody(Begin(method.Body, Enter))
            : method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(method.ExpressionBody, method.SemicolonToken, IsVoid(node)));
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        var property = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        return node.ExpressionBody is { } getter && plan.IsEntered(getter)
            ? property.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(property.ExpressionBody!, property.SemicolonToken))
            : property;
    }

    public override SyntaxNode? VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        var indexer = (IndexerDeclarationSyntax)base.VisitIndexerDeclaration(node)!;
        return node.ExpressionBody is { } getter && plan.IsEntered(getter)
            ? indexer.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(Getter(indexer.ExpressionBody!, indexer.SemicolonToken))
            : indexer;
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        Lambda(node, (LambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!);

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        Lambda(node, (LambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!);

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        var method = (AnonymousMethodExpressionSyntax)base.VisitAnonymousMethodExpression(node)!;
        return method.WithBlock(Begin(method.Block, GuardOf(node)));
    }

    private BaseMethodDeclarationSyntax Method(BaseMethodDeclarationSyntax written, BaseMethodDeclarationSyntax method) =>
        !plan.IsEntered(written) ? method
        : method.ExpressionBody is null ? method.WithBody(Begin(method.Body, Enter))
        : method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Block(method.ExpressionBody, method.SemicolonToken, IsVoid(written)));

    private LambdaExpressionSyntax Lambda(LambdaExpressionSyntax written, LambdaExpressionSyntax lambda)
    {
        StatementSyntax guard = GuardOf(written);
        return lambda.ExpressionBody switch
        {
            null => lambda.WithBlock(Begin(lambda.Block!, guard)),
            ThrowExpressionSyntax => lambda,
            { } expression => lambda.WithExpressionBody(null).WithBlock(SyntaxFactory.Block(guard, Result(expression, IsVoid(written)))),
        };
    }

    // Whether it could catch what the guards throw.
    private bool IsWide(CatchDeclarationSyntax? declaration) => declaration is null || model.GetTypeInfo(declaration.Type).Type is not INamedTypeSymbol type
        || FullNames.Of(type) is "System.Exception" or "System.SystemException" or "System.OperationCanceledException" or "System.InsufficientExecutionStackException";

    private StatementSyntax GuardOf(SyntaxNode lambda) => plan.IsEntered(lambda) ? Enter : Check;

    private bool IsVoid(SyntaxNode method) =>
        ((method is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(method).Symbol : model.GetDeclaredSymbol(method)) as IMethodSymbol)?.ReturnsVoid == true;

    private static BlockSyntax Turn(StatementSyntax body) => body is BlockSyntax block ? Begin(block, Check) : SyntaxFactory.Block(Check, body);

    // The guard goes between the brace and the end of its line.
    private static BlockSyntax Begin(BlockSyntax? body, StatementSyntax guard) => body!.WithOpenBraceToken(body.OpenBraceToken.WithTrailingTrivia())
        .WithStatements(body.Statements.Insert(0, guard.WithTrailingTrivia(body.OpenBraceToken.TrailingTrivia)));

    // => EXPRESSION; becomes { guard return EXPRESSION; } with everything between them where it was.
    private static BlockSyntax Block(ArrowExpressionClauseSyntax body, SyntaxToken semicolon, bool isVoid) => SyntaxFactory.Block(
        SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(body.ArrowToken.LeadingTrivia),
        [Enter.WithTrailingTrivia(body.ArrowToken.TrailingTrivia), Result(body.Expression, isVoid)],
        SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(semicolon.LeadingTrivia).WithTrailingTrivia(semicolon.TrailingTrivia));

    private static AccessorListSyntax Getter(ArrowExpressionClauseSyntax body, SyntaxToken semicolon) => SyntaxFactory.AccessorList(
        [SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Block(body, semicolon, isVoid: false))]);

    private static StatementSyntax Result(ExpressionSyntax expression, bool isVoid) => expression switch
    {
        ThrowExpressionSyntax thrown => SyntaxFactory.ThrowStatement(thrown.ThrowKeyword, thrown.Expression, SyntaxFactory.Token(SyntaxKind.SemicolonToken)),
        _ when isVoid => SyntaxFactory.ExpressionStatement(expression),
        _ => SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), expression, SyntaxFactory.Token(SyntaxKind.SemicolonToken)),
    };
}
