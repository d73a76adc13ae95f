using Microsoft.Data.Sqlite;

namespace OpenTrading.Kernel.Journal.Calls;

/// <summary>A statement that is prepared once and run with names and values.</summary>
internal sealed class CallCommand : IDisposable
{
    private readonly SqliteCommand _command;

    public CallCommand(SqliteConnection connection, string text, SqliteTransaction? transaction = null)
    {
        _command = connection.CreateCommand();
        (_command.CommandText, _command.Transaction) = (text, transaction);
    }

    public void Execute(params (string Name, object? Value)[] values)
    {
        Bind(values);
        _command.ExecuteNonQuery();
    }

    public List<T> Read<T>(Func<SqliteDataReader, T> row, params (string Name, object? Value)[] values)
    {
        Bind(values);
        var rows = new List<T>();
        using SqliteDataReader reader = _command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    public void Dispose() => _command.Dispose();

    private void Bind((string Name, object? Value)[] values)
    {
        foreach ((string name, object? value) in values)
        {
            if (_command.Parameters.Contains(name))
            {
                _command.Parameters[name].Value = value ?? DBNull.Value;
            }
            else
            {
                _command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }
        }
    }
}
