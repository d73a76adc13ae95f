//+------------------------------------------------------------------+
//| Cursor.mqh - where the next page begins                           |
//+------------------------------------------------------------------+
//--- Rows are ordered by time and several may share one: a cursor is a time and how many rows of it were already given.
struct Cursor
{
   long time;   // UTC milliseconds
   long skip;   // rows of exactly this time that the host has
};

string CursorText(const Cursor &cursor)
{
   return(IntegerToString(cursor.time)+":"+IntegerToString(cursor.skip));
}

//--- from the request's cursor, or from its "from" when it has none; false when the cursor is not one of ours
bool CursorRead(const string text,const long from,Cursor &cursor)
{
   cursor.time=from;
   cursor.skip=0;
   if(text=="")
      return(true);
   int colon=StringFind(text,":");
   if(colon<1)
      return(false);
   string time=Part(text,0,colon);
   string skip=StringSubstr(text,colon+1);
   if(!IsPlainNumber(time,true) || !IsPlainNumber(skip,true))
      return(false);
   cursor.time=StringToInteger(time);
   cursor.skip=StringToInteger(skip);
   return(cursor.skip>=0);
}

//--- counts a row that was given
void CursorPass(Cursor &cursor,const long time)
{
   if(time==cursor.time)
      cursor.skip++;
   else
   {
      cursor.time=time;
      cursor.skip=1;
   }
}
