using System.Collections;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace Platform.Tests.Architecture.SqlServer;

/// <summary>Takes the place of a SQL Server: keeps the statements that EF wrote for it and answers every query with so many rows of
/// default values. What reaches it has been translated.</summary>
internal sealed class FakeConnection(int rows) : DbConnection
{
    private ConnectionState state = ConnectionState.Closed;

    public List<string> Statements { get; } = [];

    [AllowNull] public override string ConnectionString { get; set; } = "Server=none;Database=none";
    public override string Database => "none";
    public override string DataSource => "none";
    public override string ServerVersion => "16.00.0000";
    public override ConnectionState State => state;

    public override void ChangeDatabase(string databaseName) { }
    public override void Open() => state = ConnectionState.Open;
    public override void Close() => state = ConnectionState.Closed;
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this);
    protected override DbCommand CreateDbCommand() => new Command(this, rows);

    private sealed class Transaction(FakeConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;
        protected override DbConnection DbConnection => connection;
        public override void Commit() { }
        public override void Rollback() { }
    }

    private sealed class Command(FakeConnection connection, int rows) : DbCommand
    {
        private readonly Parameters parameters = new();

        [AllowNull] public override string CommandText { get; set; } = "";
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; } = CommandType.Text;
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        protected override DbConnection? DbConnection { get; set; } = connection;
        protected override DbParameterCollection DbParameterCollection => parameters;
        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel() { }
        public override void Prepare() { }
        protected override DbParameter CreateDbParameter() => new SqlParameter();

        public override int ExecuteNonQuery()
        {
            connection.Statements.Add(CommandText);
            return 1;
        }

        public override object? ExecuteScalar()
        {
            connection.Statements.Add(CommandText);
            return 1;
        }

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            connection.Statements.Add(CommandText);
            return new Reader(rows);
        }
    }

    private sealed class Parameters : DbParameterCollection
    {
        private readonly List<object> all = [];

        public override int Count => all.Count;
        public override object SyncRoot => all;
        public override int Add(object value) { all.Add(value); return all.Count - 1; }
        public override void AddRange(Array values) => all.AddRange(values.Cast<object>());
        public override void Clear() => all.Clear();
        public override bool Contains(object value) => all.Contains(value);
        public override bool Contains(string value) => IndexOf(value) >= 0;
        public override void CopyTo(Array array, int index) => ((ICollection)all).CopyTo(array, index);
        public override IEnumerator GetEnumerator() => all.GetEnumerator();
        public override int IndexOf(object value) => all.IndexOf(value);
        public override int IndexOf(string parameterName) => all.FindIndex(p => ((DbParameter)p).ParameterName == parameterName);
        public override void Insert(int index, object value) => all.Insert(index, value);
        public override void Remove(object value) => all.Remove(value);
        public override void RemoveAt(int index) => all.RemoveAt(index);
        public override void RemoveAt(string parameterName) => all.RemoveAt(IndexOf(parameterName));
        protected override DbParameter GetParameter(int index) => (DbParameter)all[index];
        protected override DbParameter GetParameter(string parameterName) => (DbParameter)all[IndexOf(parameterName)];
        protected override void SetParameter(int index, DbParameter value) => all[index] = value;
        protected override void SetParameter(string parameterName, DbParameter value) => all[IndexOf(parameterName)] = value;
    }

    private sealed class Reader(int rows) : DbDataReader
    {
        private int read;

        public override int Depth => 0;
        public override int FieldCount => 200;
        public override bool HasRows => rows > 0;
        public override bool IsClosed => false;
        public override int RecordsAffected => 1;
        public override object this[int ordinal] => GetInt32(ordinal);
        public override object this[string name] => 1;

        public override bool Read() => read++ < rows;
        public override bool NextResult() { read = 0; return false; }
        public override bool IsDBNull(int ordinal) => false;
        public override bool GetBoolean(int ordinal) => true;
        public override byte GetByte(int ordinal) => 1;
        public override short GetInt16(int ordinal) => 1;
        public override int GetInt32(int ordinal) => 1;
        public override long GetInt64(int ordinal) => 1;
        public override decimal GetDecimal(int ordinal) => 1;
        public override double GetDouble(int ordinal) => 1;
        public override float GetFloat(int ordinal) => 1;
        public override Guid GetGuid(int ordinal) => new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        public override string GetString(int ordinal) => "{}";
        public override char GetChar(int ordinal) => 'x';
        public override DateTime GetDateTime(int ordinal) => new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        public override object GetValue(int ordinal) => 1;
        public override int GetValues(object[] values) => 0;
        public override string GetName(int ordinal) => "c" + ordinal;
        public override int GetOrdinal(string name) => 0;
        public override string GetDataTypeName(int ordinal) => "int";
        [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
        public override Type GetFieldType(int ordinal) => typeof(int);
        public override IEnumerator GetEnumerator() => Array.Empty<object>().GetEnumerator();
        public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;
        public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

        public override T GetFieldValue<T>(int ordinal) =>
            typeof(T) == typeof(DateOnly) ? (T)(object)new DateOnly(2026, 1, 1)
            : typeof(T) == typeof(DateTimeOffset) ? (T)(object)new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)
            : typeof(T) == typeof(byte[]) ? (T)(object)Array.Empty<byte>()
            : typeof(T) == typeof(Guid) ? (T)(object)GetGuid(ordinal)
            : typeof(T) == typeof(string) ? (T)(object)GetString(ordinal)
            : (T)Convert.ChangeType(1, typeof(T));
    }
}
