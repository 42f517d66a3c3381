<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('orders', function (Blueprint $table) {
            $table->uuid('id')->primary();
            $table->unsignedBigInteger('amount');             // whole rupiah
            $table->timestamp('invoiced_at')->nullable();     // since then it can be paid
            $table->timestamp('paid_at')->nullable()->index(); // written once
        });
    }
};
