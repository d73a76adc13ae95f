//+------------------------------------------------------------------+
//| Rows.mqh - answers made of rows, written piece by piece           |
//+------------------------------------------------------------------+
bool g_rows_first=true;

void RowsOpen(const long id,const string body="")
{
   OutText(ReplyHead(id,true)+(body=="" ? "" : ","+body)+",\"rows\":[");
   g_rows_first=true;
}

void RowsAdd(const string row)
{
   OutText(g_rows_first ? row : ","+row);
   g_rows_first=false;
}

//--- cursor is "" at the end; pending asks the host to come back with it while the terminal still downloads
void RowsClose(const string cursor,const bool pending=false)
{
   OutText("],"+TextPair("cursor",cursor)+","+BoolPair("complete",cursor=="" && !pending)+","+BoolPair("pending",pending)+"}\n");
}
