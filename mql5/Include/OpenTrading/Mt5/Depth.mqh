//+------------------------------------------------------------------+
//| Depth.mqh - op depth: the market book (MT5)                       |
//+------------------------------------------------------------------+
string g_books="";    // symbols whose book was asked for

string BookSide(const ENUM_BOOK_TYPE type)
{
   return(type==BOOK_TYPE_BUY || type==BOOK_TYPE_BUY_MARKET ? "buy" : "sell");
}

void OpDepth(const long id,const JsonField &fields[])
{
   string symbol=JsonString(fields,"symbol");
   if(!HaveSymbol(id,symbol))
      return;
   if(SymbolInfoInteger(symbol,SYMBOL_TICKS_BOOKDEPTH)<=0 || !MarketBookAdd(symbol))
   {
      ReplyNotSupported(id,"the broker gives no market book for "+symbol);
      return;
   }
   if(!ListHolds(g_books,symbol))
      g_books=AddToList(g_books,symbol);
   MqlBookInfo book[];
   int digits=SymbolDigits(symbol);
   bool ready=MarketBookGet(symbol,book);
   RowsOpen(id,TextPair("symbol",symbol)+","+LongPair("time",UtcNowMs()));
   for(int i=0; i<ArraySize(book) && ready; i++)
      RowsAdd("["+Quoted(BookSide(book[i].type))+","+Fixed(book[i].price,digits)+","+Decimal(book[i].volume_real)+"]");
   RowsClose("",!ready || ArraySize(book)==0);
}

void BooksRelease()
{
   string symbols[];
   int total=SplitList(g_books,symbols);
   for(int i=0; i<total; i++)
      MarketBookRelease(symbols[i]);
   g_books="";
}
